package org.example.listings.tools;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Counts lines with grep. */
public final class LineCounter {
    public int count(Path file, String word) throws IOException, ToolException {
        Process process = new ProcessBuilder("grep", "-c", "-F", "-e", word, file.toString()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return Integer.parseInt(output.strip());
        } catch (NumberFormatException e) {
            throw new ToolException("grep gave no number");
        }
    }
}
