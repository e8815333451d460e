class Page {
    void enter() {
        Session.login(source());
    }

    void show() {
        // ruleid: shared
        sink(Session.user());
        // ok: shared
        sink(Session.role());
    }
}
