package org.example.statements.web;

import java.io.IOException;
import org.example.statements.service.StatementService;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The terms and conditions. */
@RestController
public class TermsController {
    private final StatementService statements;

    public TermsController(StatementService statements) {
        this.statements = statements;
    }

    /** GET /terms?language=de. */
    @GetMapping(value = "/terms", produces = MediaType.TEXT_PLAIN_VALUE)
    public ResponseEntity<String> terms(@RequestParam("language") String language) throws IOException {
        String text = statements.terms(language);
        if (text == null) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok(text);
    }
}
