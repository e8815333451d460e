package org.shop.db;

public class Store {
    private String name;

    public Store() { }

    public Store(String name) {
        this.name = name;
    }

    public void save(String what) {
        // ruleid: cross
        db.sink(what);
    }

    public static void log(String what) {
        // ruleid: cross
        db.sink(what);
    }

    public void run() {
        // ruleid: cross
        db.sink(name);
    }
}
