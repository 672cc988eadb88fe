import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Copies the jars whose classes are so old that an AOT cache leaves them out, with these classes brought to a newer
 * format; other jars are not copied. What the classes do stays the same: only the tables that the verifier reads are
 * added. Needs Java 24 or newer.
 *
 * <p>Arguments: the folder of jars, the folder for the copies, which is created when there is something to copy.
 */
final class RenewClasses {
    /** Java 6, the first one whose verifier reads tables instead of working everything out. */
    private static final int OLDEST_ARCHIVED = ClassFile.JAVA_6_VERSION;

    private static final int HEADER_BYTES = 8;
    private static final int VERSION_AT = 6;

    private static final ClassFileVersion NEW = ClassFileVersion.of(ClassFile.JAVA_7_VERSION, 0);

    private RenewClasses() {}

    public static void main(String[] arguments) throws IOException {
        Path renewed = Path.of(arguments[1]);
        List<Path> jars;
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
        for (Path jar : jars) {
            try (JarFile opened = new JarFile(jar.toFile())) {
                if (hasOldClasses(opened)) {
                    Files.createDirectories(renewed);
                    copy(opened, jar, renewed.resolve(jar.getFileName()));
                }
            }
        }
    }

    private static boolean hasOldClasses(JarFile jar) throws IOException {
        for (JarEntry entry : jar.stream().toList()) {
            if (isOld(entry.getName(), jar.getInputStream(entry).readNBytes(HEADER_BYTES))) {
                return true;
            }
        }
        return false;
    }

    /** Whether these are at least the first eight bytes of an old class; the last two of them are its version. */
    private static boolean isOld(String name, byte[] content) {
        return name.endsWith(".class") && ByteBuffer.wrap(content).getShort(VERSION_AT) < OLDEST_ARCHIVED;
    }

    private static void copy(JarFile jar, Path from, Path to) throws IOException {
        try (URLClassLoader classes = new URLClassLoader(new URL[] {from.toUri().toURL()});
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(to))) {
            ClassFile format = ClassFile.of(
                    StackMapsOption.GENERATE_STACK_MAPS,
                    ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(classes)));
            for (JarEntry entry : jar.stream().toList()) {
                byte[] content = jar.getInputStream(entry).readAllBytes();
                out.putNextEntry(new JarEntry(entry.getName()));
                out.write(isOld(entry.getName(), content) ? renewed(format, entry.getName(), content) : content);
            }
        }
    }

    private static byte[] renewed(ClassFile format, String name, byte[] old) {
        ClassModel model = format.parse(old);
        // Taking every method apart makes the library work out the tables of all of them.
        ClassTransform transform = ClassTransform.transformingMethodBodies((code, element) -> code.with(element))
                .andThen((type, element) -> type.with(element instanceof ClassFileVersion ? NEW : element));
        byte[] content = format.transformClass(model, transform);
        List<VerifyError> problems = format.verify(content);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(name + " cannot be brought to a newer format", problems.get(0));
        }
        return content;
    }
}
