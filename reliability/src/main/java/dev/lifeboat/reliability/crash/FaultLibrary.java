package dev.lifeboat.reliability.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The library that is preloaded into the process on trial, compiled on this machine. */
record FaultLibrary(Path file) {
    /** Compiles it into this folder. */
    static FaultLibrary compile(Path source, Path folder) throws IOException, InterruptedException {
        Path library = folder.resolve("faults.so");
        List<String> command = List.of(
                "gcc",
                "-shared",
                "-fPIC",
                "-O2",
                "-Wall",
                "-Wextra",
                "-Werror",
                "-o",
                library.toString(),
                source.toString(),
                "-ldl",
                "-lpthread");
        Process compiler = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (compiler.waitFor() != 0) {
            throw new IOException("cannot compile " + source + ":\n" + words);
        }
        return new FaultLibrary(library);
    }
}
