package io.dyad.runtime.run;

import io.dyad.toolkit.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The changes to folders of which each happens whole or not at all. */
interface Disk {
  /** The disk of this machine. */
  Disk REAL =
      new Disk() {
        @Override
        public void createFolder(Path folder) throws IOException {
          Files.createDirectory(folder);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
          AtomicFile.move(from, to);
        }

        @Override
        public void delete(Path fileOrEmptyFolder) throws IOException {
          Files.delete(fileOrEmptyFolder);
        }
      };

  /** Creates a folder in one that is there. */
  void createFolder(Path folder) throws IOException;

  /** Moves what is synced to a place that is free, and syncs the folder around it. */
  void move(Path from, Path to) throws IOException;

  /** Deletes a file or an empty folder. */
  void delete(Path fileOrEmptyFolder) throws IOException;
}
