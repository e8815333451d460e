        return null;
