"""Writes an archive of random pictures for the scaling curves: images.py ROWS SIDE FILE. Needs only Python."""

import random
import struct
import sys
import zipfile

CHUNK = 1 << 22


def array(archive, name, shape, kind, fill):
    """Adds one .npy entry; fill gives that many bytes."""
    header = repr({"descr": kind, "fortran_order": False, "shape": shape})
    header += " " * ((-len(header) - 11) % 64) + "\n"
    with archive.open(name + ".npy", "w", force_zip64=True) as out:
        out.write(b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header.encode())
        left = int(kind[-1])
        for size in shape:
            left *= size
        while left > 0:
            out.write(fill(min(left, CHUNK)))
            left -= CHUNK


def main():
    rows, side, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    source = random.Random(rows)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for split, count in (("train", rows), ("test", 32)):
            array(archive, "x_" + split, (count, side, side, 3), "|u1", source.randbytes)
            array(archive, "y_" + split, (count,), "<i8", bytes)


main()
