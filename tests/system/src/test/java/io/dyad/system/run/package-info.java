/**
 * What a good run leaves and what can be done with it. Start reading at {@link
 * io.dyad.system.run.RunFolderIT}.
 */
@NullMarked
package io.dyad.system.run;

import org.jspecify.annotations.NullMarked;
