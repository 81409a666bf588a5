package io.dyad.runtime.discovery.check;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A compiled class.
 *
 * @param jdk the oldest JDK that loads it
 * @param references the classes it names, with dots
 */
record ClassFile(int jdk, Set<String> references) {
  private static final int CLASS = 7;
  private static final int NAME_AND_TYPE = 12;
  private static final int METHOD_TYPE = 16;
  private static final int MAGIC = 0xCAFEBABE;
  private static final int MAJOR_OF_JDK_0 = 44;

  /**
   * Reads a class file.
   *
   * @throws IllegalArgumentException if it is none
   */
  static ClassFile read(byte[] bytes) {
    ByteBuffer head = ByteBuffer.wrap(bytes);
    if (bytes.length < 10 || head.getInt(0) != MAGIC) {
      throw new IllegalArgumentException("it does not begin as one");
    }
    int jdk = Short.toUnsignedInt(head.getShort(6)) - MAJOR_OF_JDK_0;
    try {
      return new ClassFile(jdk, references(bytes, jdk));
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("it is cut off", e);
    }
  }

  /** Classes, and those in the signatures of what is called; of a class too new, nothing. */
  private static Set<String> references(byte[] bytes, int jdk) {
    Set<String> names = new TreeSet<>();
    if (jdk > Opcodes.V25 - MAJOR_OF_JDK_0) {
      return names;
    }
    ClassReader reader = new ClassReader(bytes);
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int item = reader.getItem(i);
      if (item == 0) {
        continue;
      }
      int tag = reader.readByte(item - 1);
      if (tag == CLASS) {
        add(Type.getObjectType(reader.readUTF8(item, buffer)), names);
      } else if (tag == NAME_AND_TYPE) {
        add(Type.getType(reader.readUTF8(item + 2, buffer)), names);
      } else if (tag == METHOD_TYPE) {
        add(Type.getType(reader.readUTF8(item, buffer)), names);
      }
    }
    return names;
  }

  private static void add(Type type, Set<String> names) {
    switch (type.getSort()) {
      case Type.OBJECT -> names.add(type.getClassName());
      case Type.ARRAY -> add(type.getElementType(), names);
      case Type.METHOD -> {
        add(type.getReturnType(), names);
        for (Type argument : type.getArgumentTypes()) {
          add(argument, names);
        }
      }
      default -> {}
    }
  }
}
