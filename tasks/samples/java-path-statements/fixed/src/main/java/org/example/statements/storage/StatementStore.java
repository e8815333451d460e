package org.example.statements.storage;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Statements as files: one folder for each customer. */
@Component
public class StatementStore {
    private final Path root;

    public StatementStore(@Value("${statements.folder}") String folder) {
        this.root = new File(folder).getAbsoluteFile().toPath().normalize();
    }

    /** The names of the statements of a customer. */
    public List<String> names(long customer) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder(customer), "*.pdf")) {
            for (Path file : files) {
                names.add(file.getFileName().toString());
            }
        }
        return names;
    }

    /** The bytes of a statement of a customer, or null when there is none of that name. */
    public byte[] read(long customer, String name) throws IOException {
        Path folder = folder(customer);
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            return null;
        }
        if (!Files.isRegularFile(file)) {
            return null;
        }
        return Files.readAllBytes(file);
    }

    private Path folder(long customer) {
        return root.resolve("customer" + customer);
    }
}
