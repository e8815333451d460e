package org.example.guestbook.pages;

import java.io.PrintWriter;
import java.util.List;
import org.example.guestbook.service.Guestbook;

/** The list of the entries. */
public final class BookPage {
    private final PrintWriter out;

    public BookPage(PrintWriter out) {
        this.out = out;
    }

    public void entries(List<Guestbook.Entry> entries) {
        if (entries.isEmpty()) {
            out.println("<p>Nobody has written yet.</p>");
        }
        for (Guestbook.Entry entry : entries) {
            out.println("<h2>" + Html.text(entry.name()) + ", " + Html.text(entry.day().toString()) + "</h2>");
            out.println("<p>" + Html.text(entry.message()) + "</p>");
        }
    }
}
