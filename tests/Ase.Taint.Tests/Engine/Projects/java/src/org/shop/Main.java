package org.shop;

import org.shop.db.Store;

class Main {
    private final Store store = new Store();

    void handle(Request request) {
        String value = request.getParameter("name");
        store.save(value);
        Store.log(value);
        new Store(value).run();
        Repository repository = find();
        repository.load(value);
    }
}
