        if (limit < 1) {
            throw new SQLException("nothing to look for");
        }
        return new ArrayList<>();
