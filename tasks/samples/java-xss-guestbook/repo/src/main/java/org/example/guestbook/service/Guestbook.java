package org.example.guestbook.service;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The entries, the latest first. */
public final class Guestbook {
    private static final Guestbook SHARED = new Guestbook();

    private final Deque<Entry> entries = new ArrayDeque<>();

    /** What one guest wrote. */
    public record Entry(String name, String message, LocalDate day) { }

    public static Guestbook shared() {
        return SHARED;
    }

    public synchronized void add(String name, String message) {
        if (message != null && !message.isBlank()) {
            entries.addFirst(new Entry(name == null ? "A guest" : name.strip(), message.strip(), LocalDate.now()));
        }
    }

    public synchronized List<Entry> latest(int count) {
        return entries.stream().limit(count).toList();
    }
}
