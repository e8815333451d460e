package org.example.statements.web;

import java.io.IOException;
import java.util.List;
import org.example.statements.service.StatementService;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Statements of one customer. */
@RestController
@RequestMapping("/customers/{customer}")
public class StatementController {
    private final StatementService statements;

    public StatementController(StatementService statements) {
        this.statements = statements;
    }

    @GetMapping("/statements")
    public List<String> list(@PathVariable("customer") long customer) throws IOException {
        return statements.names(customer);
    }

    /** GET /customers/17/statement?name=2024-05.pdf. */
    @GetMapping("/statement")
    public ResponseEntity<byte[]> statement(@PathVariable("customer") long customer, @RequestParam("name") String name)
            throws IOException {
        byte[] content = statements.statement(customer, name);
        if (content == null) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(content);
    }
}
