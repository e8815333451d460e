package org.example.lending.model;

/** A tool that can be borrowed; the price is in cents for a day. */
public record Tool(long id, String name, String category, int price) {
    /** One line of the list. */
    public String line() {
        return id + "\t" + name + "\t" + category + "\t" + price;
    }
}
