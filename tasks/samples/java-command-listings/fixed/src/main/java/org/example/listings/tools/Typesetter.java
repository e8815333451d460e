package org.example.listings.tools;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Turns a program into a PDF: enscript writes PostScript, ps2pdf makes a PDF of it. */
public final class Typesetter {
    private static final int SECONDS = 30;

    /** Prints {@code source} into {@code target} with a page header and in a font such as Courier9. */
    public void typeset(Path source, Path target, String title, String font) throws IOException, ToolException {
        ProcessBuilder enscript = new ProcessBuilder("enscript", "-q", "--line-numbers",
                "--header=" + title, "--font=" + font, "-p", "-", source.toString());
        ProcessBuilder ps2pdf = new ProcessBuilder("ps2pdf", "-", target.toString());
        for (Process process : ProcessBuilder.startPipeline(List.of(enscript, ps2pdf))) {
            finish(process);
        }
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
