package org.example.guestbook.pages;

/** Writing text into HTML. */
public final class Html {
    private Html() {
    }

    /** Text as it is written in the content of an element or in a quoted attribute. */
    public static String text(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
