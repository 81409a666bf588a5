/**
 * Where the time of a step goes, by operator of the engine and by kind of operator. Start reading
 * at {@link io.dyad.runtime.bench.profile.Profiler}; how an operator's own time is told from that
 * of those it calls is in {@link io.dyad.runtime.bench.profile.SelfTimes}.
 */
@NullMarked
package io.dyad.runtime.bench.profile;

import org.jspecify.annotations.NullMarked;
