package org.shop;

interface Repository {
    void load(String name);
}

class SqlRepository implements Repository {
    public void load(String name) {
        // ruleid: cross
        db.sink(name);
    }
}
