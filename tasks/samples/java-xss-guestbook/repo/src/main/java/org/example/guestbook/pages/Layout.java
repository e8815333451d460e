package org.example.guestbook.pages;

import java.io.PrintWriter;

/** What all pages have in common. */
public final class Layout {
    private Layout() {
    }

    public static void begin(PrintWriter out, String title) {
        out.println("<!doctype html>");
        out.println("<title>" + Html.text(title) + "</title>");
        out.println("<nav><a href=\"book\">Guestbook</a> <a href=\"preview\">Write</a></nav>");
    }

    public static void end(PrintWriter out) {
        out.println("<footer>Thank you for your visit.</footer>");
    }
}
