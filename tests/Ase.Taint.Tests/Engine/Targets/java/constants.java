class Constants {
    void arithmeticDecidesABranch() {
        int width = 80;
        String line;
        if (width * 2 - 60 > 99) line = "wide";
        else line = input();
        // ok: constant-conditions
        sink(line);
        if (width / 3 > 30) line = "wide";
        else line = input();
        // ruleid: constant-conditions
        sink(line);
    }

    void aConditionalExpression() {
        int retries = 3;
        String mode = retries + 4 == 7 ? "retry" : input();
        // ok: constant-conditions
        sink(mode);
        String other = retries > 3 ? "retry" : input();
        // ruleid: constant-conditions
        sink(other);
    }

    void aSwitchOnALetter() {
        String levels = "LMH";
        char level = levels.charAt(1);
        String text;
        switch (level) {
            case 'L':
                text = input();
                break;
            case 'M':
                text = "medium";
                break;
            default:
                text = input();
        }
        // ok: constant-conditions
        sink(text);
        switch (levels.charAt(2)) {
            case 'L':
            case 'M':
                text = "fixed";
                break;
            case 'H':
                text = input();
                break;
        }
        // ruleid: constant-conditions
        sink(text);
    }

    void whatALoopChangesIsNoConstant(int rounds) {
        int count = 0;
        String text = "none";
        for (int i = 0; i < rounds; i++) {
            if (count > 1) text = input();
            count = count + 1;
        }
        // ruleid: constant-conditions
        sink(text);
    }

    void whatOneWayChangesIsNoConstant(boolean verbose) {
        int level = 1;
        if (verbose) level = 9;
        // ruleid: constant-conditions
        sink(level > 5 ? input() : "quiet");
    }

    void whatMayFailBeforeItIsSet() {
        boolean loaded = false;
        String text = "";
        try {
            load();
            loaded = true;
        } catch (Exception e) {
            log(e);
        }
        if (!loaded) text = input();
        // ruleid: constant-conditions
        sink(text);
    }

    void whatAParameterSays(int size) {
        // ruleid: constant-conditions
        sink(size > 10 ? input() : "small");
    }

    void inALambda() {
        final int limit = 10;
        Runnable task = () -> {
            // ok: constant-conditions
            sink(limit > 20 ? input() : "small");
            // ruleid: constant-conditions
            sink(limit > 5 ? input() : "small");
        };
        task.run();
    }

    void comparedTexts() {
        String mode = "plain";
        String text = "";
        if (mode.equals("html")) text = input();
        // ok: constant-conditions
        sink(text);
        if ("plain".equals(mode)) text = input();
        // ruleid: constant-conditions
        sink(text);
    }
}
