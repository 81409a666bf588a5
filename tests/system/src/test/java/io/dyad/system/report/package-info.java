/**
 * The pages of runs, as people and browsers get them. Start reading at {@link
 * io.dyad.system.report.ReportIT}.
 */
@NullMarked
package io.dyad.system.report;

import org.jspecify.annotations.NullMarked;
