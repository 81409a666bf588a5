package io.dyad.vision.source;

/** A folder whose pictures are decoded as they are read keeps the same promises. */
class StreamedFolderContractTest extends ImageFolderContractTest {
  @Override
  protected String options() {
    return super.options() + ", resident = no";
  }
}
