/**
 * The page about runs: one HTML file that needs nothing else. Start reading at {@link
 * io.dyad.runtime.report.Report}; each part of the page is a {@link
 * io.dyad.runtime.report.Section}.
 */
@NullMarked
package io.dyad.runtime.report;

import org.jspecify.annotations.NullMarked;
