/**
 * Trainings that are stopped, killed and resumed end as if nothing had happened. Start at {@link
 * io.dyad.system.resume.ResumeIT}; processes are killed in {@link
 * io.dyad.system.resume.KillAndResumeIT}.
 */
@NullMarked
package io.dyad.system.resume;

import org.jspecify.annotations.NullMarked;
