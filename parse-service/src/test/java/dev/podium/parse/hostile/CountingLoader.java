package dev.podium.parse.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.Set;

/**
 * Loads our own classes once more, with calls to {@link Work} at the start of each method and at
 * each jump back.
 *
 * <p>Seconds depend on the machine and on who else uses it; a count is the same on each run, and
 * shows a loop over all that came before as surely as a slow computer would. It needs neither an
 * agent nor a counter in the parser's own code.
 */
final class CountingLoader extends ClassLoader {

  private static final ClassDesc WORK = ClassDesc.of(Work.class.getName());
  private static final Set<String> SHARED =
      Set.of(Work.class.getName(), CountedParser.class.getName());

  /** Searches whose time is that of the characters that they look at. */
  private static final Set<String> SEARCHES =
      Set.of(
          "java/lang/String.indexOf",
          "java/lang/String.contains",
          "java/lang/String.equals",
          "java/util/regex/Pattern.matcher");

  private final ClassFile classFile;

  CountingLoader(ClassLoader parent) {
    super(parent);
    this.classFile =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(parent)));
  }

  /** A parser of counted classes. */
  static CountedParser parser(String implementation) {
    try {
      return (CountedParser)
          new CountingLoader(CountingLoader.class.getClassLoader())
              .loadClass(implementation)
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      if (!name.startsWith("dev.podium.") || SHARED.contains(name)) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String path = name.replace('.', '/') + ".class";
    try (InputStream file = getParent().getResourceAsStream(path)) {
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] counted = counted(classFile.parse(file.readAllBytes()));
      return defineClass(name, counted, 0, counted.length);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private byte[] counted(ClassModel model) {
    return classFile.transformClass(
        model, ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Counting::new)));
  }

  private static final class Counting implements CodeTransform {

    private static final MethodTypeDesc STEP = MethodTypeDesc.of(ConstantDescs.CD_void);

    /** A jump to a label that was passed goes back. */
    private final Set<Label> passed = new HashSet<>();

    @Override
    public void atStart(CodeBuilder code) {
      code.invokestatic(WORK, "step", STEP);
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      switch (element) {
        case LabelTarget target -> {
          passed.add(target.label());
          code.with(target);
        }
        case BranchInstruction branch -> {
          if (passed.contains(branch.target())) {
            code.invokestatic(WORK, "step", STEP);
          }
          code.with(branch);
        }
        case InvokeInstruction call when isSearch(call) -> {
          ClassDesc text = call.owner().asSymbol();
          MethodTypeDesc type = call.typeSymbol().insertParameterTypes(0, text);
          code.invokestatic(WORK, call.name().stringValue(), type);
        }
        default -> code.with(element);
      }
    }

    private static boolean isSearch(InvokeInstruction call) {
      return SEARCHES.contains(call.owner().asInternalName() + '.' + call.name().stringValue());
    }
  }
}
