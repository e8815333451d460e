package org.example.listings.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.example.listings.storage.ProgramStore;
import org.example.listings.tools.LineCounter;
import org.example.listings.tools.ToolException;
import org.example.listings.tools.Typesetter;

/** What the servlets can ask for. */
public final class ListingService {
    private static final String DEFAULT_FONT = "Courier9";

    private final ProgramStore programs;
    private final Typesetter typesetter = new Typesetter();
    private final LineCounter counter = new LineCounter();

    private ListingService(ProgramStore programs) {
        this.programs = programs;
    }

    public static ListingService create(Path home) {
        return new ListingService(new ProgramStore(home));
    }

    /** The PDF of a program, or null when there is no such program. */
    public Path print(int id, String title, String font) throws IOException, ToolException {
        Path source = programs.source(id);
        if (!Files.exists(source)) {
            return null;
        }
        Path target = programs.listing(id);
        String header = title == null || title.isBlank() ? "Program " + id : title.strip();
        typesetter.typeset(source, target, header, font == null ? DEFAULT_FONT : font);
        return target;
    }

    public int count(int id, String word) throws IOException, ToolException {
        return counter.count(programs.source(id), word == null ? "" : word);
    }
}
