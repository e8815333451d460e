package org.example.listings.tools;

/** A program that we started did not do its work. */
public class ToolException extends Exception {
    private static final long serialVersionUID = 1L;

    public ToolException(String message) {
        super(message);
    }
}
