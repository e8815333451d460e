package org.example.listings.storage;

import java.nio.file.Path;

/** Where programs and their listings lie. */
public final class ProgramStore {
    private final Path home;

    public ProgramStore(Path home) {
        this.home = home;
    }

    public Path source(int id) {
        return home.resolve("programs").resolve(id + ".txt");
    }

    public Path listing(int id) {
        return home.resolve("listings").resolve(id + ".pdf");
    }
}
