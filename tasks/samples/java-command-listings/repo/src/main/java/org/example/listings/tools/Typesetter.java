package org.example.listings.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Turns a program into a PDF: enscript writes PostScript, ps2pdf makes a PDF of it. */
public final class Typesetter {
    private static final int SECONDS = 30;
    private static final List<String> PROGRAMS = List.of("enscript", "ps2pdf");

    /** Prints {@code source} into {@code target} with a page header and in a font such as Courier9. */
    public void typeset(Path source, Path target, String title, String font) throws IOException, ToolException {
        String command = "enscript -q --line-numbers --header='" + title + "' --font=" + font
                + " -p - " + source + " | ps2pdf - " + target;
        Process process = new ProcessBuilder("/bin/sh", "-c", command)
                .redirectErrorStream(true)
                .start();
        finish(process);
    }

    /** Whether the programs are installed. */
    public static boolean available() {
        for (String program : PROGRAMS) {
            if (!Files.isExecutable(Path.of("/usr/bin", program))) {
                return false;
            }
        }
        return true;
    }

    private static void finish(Process process) throws IOException, ToolException {
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new ToolException("took too long");
            }
            if (process.exitValue() != 0) {
                throw new ToolException("ended with " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToolException("interrupted");
        }
    }
}
