package org.example.statements.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Texts in several languages. */
@Component
public class TermsStore {
    private final Path folder;

    public TermsStore(@Value("${terms.folder}") String folder) {
        this.folder = Path.of(folder);
    }

    /** The terms in a language such as "de" or "pt-BR", or null. */
    public String read(String language) throws IOException {
        if (!language.matches("[a-z]{2}(-[A-Z]{2})?")) {
            return null;
        }
        Path file = folder.resolve("terms-" + language + ".txt");
        return Files.exists(file) ? Files.readString(file) : null;
    }
}
