package org.example.statements.service;

import java.io.IOException;
import java.util.List;
import org.example.statements.storage.StatementStore;
import org.example.statements.storage.TermsStore;
import org.springframework.stereotype.Service;

/** What the controllers can ask for. */
@Service
public class StatementService {
    private final StatementStore store;
    private final TermsStore terms;

    public StatementService(StatementStore store, TermsStore terms) {
        this.store = store;
        this.terms = terms;
    }

    public List<String> names(long customer) throws IOException {
        return store.names(customer);
    }

    public byte[] statement(long customer, String name) throws IOException {
        return name.isBlank() ? null : store.read(customer, name.strip());
    }

    public String terms(String language) throws IOException {
        return terms.read(language);
    }
}
