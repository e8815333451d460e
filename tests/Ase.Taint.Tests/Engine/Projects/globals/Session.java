class Session {
    private static String user;
    private static String role = "none";

    static void login(String name) {
        user = name;
        role = "guest";
    }

    static String user() {
        return user;
    }

    static String role() {
        return role;
    }
}
