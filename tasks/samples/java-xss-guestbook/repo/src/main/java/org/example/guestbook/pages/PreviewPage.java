package org.example.guestbook.pages;

import java.io.PrintWriter;

/** An entry as it will look, and the form to change or send it. */
public final class PreviewPage {
    private final PrintWriter out;

    public PreviewPage(PrintWriter out) {
        this.out = out;
    }

    /** Writes the entry of a guest and the form that is filled with it. */
    public void show(String name, String message) {
        out.println("<h2>" + name + " writes:</h2>");
        out.println("<p>" + message.replace("\n", "<br>") + "</p>");
        out.println("<form method=\"post\" action=\"book\">");
        out.println("<input name=\"name\" value=\"" + name + "\">");
        out.println("<textarea name=\"message\">" + message + "</textarea>");
        out.println("<button>Send</button></form>");
    }
}
