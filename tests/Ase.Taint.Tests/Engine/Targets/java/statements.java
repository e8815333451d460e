class Statements {
    void launch(Reader reader, Runner job) {
        String line = reader.read();
        // ruleid: java-statement-sink
        Status status =
                job.launch(
                        line);
        // ok: java-statement-sink
        Status other = job.launch("nightly");
    }

    Status early(Reader reader, Runner job) {
        // ruleid: java-statement-sink
        return check(
                job.launch(reader.read()));
    }

    void typed(Reader reader, Maker maker) {
        String line = reader.read();
        // ruleid: java-statement-sink
        Plan plan =
                maker.plan(line);
        // ok: java-statement-sink
        Plan quiet = maker.plan("daily");
        // ok: java-statement-sink
        Note note = maker.note(line);
    }

    void sequence(Reader reader, Maker maker) {
        String line = reader.read();
        // ruleid: java-statement-sink
        Task task =
                maker.task();
        int count = task.perform(line);
    }

    void collected(Reader reader, Maker maker) {
        java.util.List<String> steps = new java.util.ArrayList<String>();
        // ok: java-statement-sink
        steps.add("first");
        // ruleid: java-statement-sink
        steps.add("then " + reader.read());
        Batch batch = maker.batch(steps);
    }
}
