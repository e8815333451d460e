import java.util.*;

class Elements {
    void byPosition() {
        List<String> names = new ArrayList<>();
        names.add("first");
        names.add(input());
        names.add("last");
        // ok: elements
        sink(names.get(0));
        // ruleid: elements
        sink(names.get(1));
        // ok: elements
        sink(names.get(2));
        // ruleid: elements
        sink(names);
        names.remove(0);
        // ruleid: elements
        sink(names.get(0));
        // ok: elements
        sink(names.get(1));
        names.remove(0);
        // ok: elements
        sink(names.get(0));
    }

    void inserted() {
        List<String> names = new LinkedList<String>();
        names.add(input());
        names.add(0, "before");
        // ok: elements
        sink(names.get(0));
        // ruleid: elements
        sink(names.get(1));
        names.set(0, input());
        // ruleid: elements
        sink(names.get(0));
    }

    void withAKnownVariable() {
        int position = 1;
        List<String> names = new ArrayList<>(10);
        names.add(input());
        names.add("fixed");
        // ok: elements
        sink(names.get(position));
        // ruleid: elements
        sink(names.get(position - 1));
    }

    void unknownPosition(int i) {
        List<String> names = new ArrayList<>();
        names.add("fixed");
        names.add(input());
        // ruleid: elements
        sink(names.get(i));
        names.remove(i);
        // ruleid: elements
        sink(names.get(0));
    }

    void unknownLength(List<String> names) {
        names.add("fixed");
        names.add(input());
        // ruleid: elements
        sink(names.get(0));
    }

    void filledInALoop(int n) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < n; i++) names.add("fixed");
        names.add(input());
        // ruleid: elements
        sink(names.get(0));
    }

    void underTwoNames() {
        List<String> names = new ArrayList<>();
        List<String> same = names;
        same.add("fixed");
        names.add(input());
        // ruleid: elements
        sink(names.get(1));
    }

    void givenAway() {
        List<String> names = new ArrayList<>();
        prepare(names);
        names.add(input());
        // ruleid: elements
        sink(names.get(3));
    }

    void shuffled() {
        List<String> names = new ArrayList<>();
        names.add("fixed");
        names.add(input());
        Collections.reverse(names);
        // ruleid: elements
        sink(names.get(0));
    }

    void byKey() {
        Map<String, String> labels = new HashMap<>();
        labels.put("title", "fixed");
        labels.put("author", input());
        // ok: elements
        sink(labels.get("title"));
        // ruleid: elements
        sink(labels.get("author"));
        labels.put("author", "anonymous");
        // ok: elements
        sink(labels.get("author"));
    }

    void byKnownKey(String unknown) {
        final String key = "au" + "thor";
        Map<String, String> labels = new HashMap<>();
        labels.put(key, input());
        // ruleid: elements
        sink(labels.get("author"));
        // ok: elements
        sink(labels.get("title"));
        // ruleid: elements
        sink(labels.get(unknown));
        labels.put(unknown, "fixed");
        // ruleid: elements
        sink(labels.get("author"));
    }

    void byUnknownKey(String key) {
        Map<String, String> labels = new HashMap<>();
        labels.put(key, input());
        // ruleid: elements
        sink(labels.get("title"));
    }

    void properties() {
        Properties settings = new Properties();
        settings.setProperty("color", input());
        // ruleid: elements
        sink(settings.getProperty("color"));
        // ok: elements
        sink(settings.getProperty("size", "10"));
    }

    String helper(Map<String, String> values) {
        return values.get("right");
    }

    void throughAHelper() {
        Map<String, String> values = new HashMap<>();
        values.put("left", input());
        // ok: elements
        sink(helper(values));
        values.put("right", input());
        // ruleid: elements
        sink(helper(values));
    }
}
