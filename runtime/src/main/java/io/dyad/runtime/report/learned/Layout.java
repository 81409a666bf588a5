package io.dyad.runtime.report.learned;

/**
 * Places of samples in the plane.
 *
 * @param name of the method, for a person
 * @param note what it shows and what it does not
 * @param x across, sample by sample
 * @param y up, sample by sample
 */
@SuppressWarnings("ArrayRecordComponent") // passed once; not compared
public record Layout(String name, String note, float[] x, float[] y) {

  /** Returns the first two numbers of each row; where a row has one, the other is 0. */
  static Layout of(String name, String note, float[][] rows) {
    float[] x = new float[rows.length];
    float[] y = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      x[i] = rows[i].length > 0 ? rows[i][0] : 0;
      y[i] = rows[i].length > 1 ? rows[i][1] : 0;
    }
    return new Layout(name, note, x, y);
  }
}
