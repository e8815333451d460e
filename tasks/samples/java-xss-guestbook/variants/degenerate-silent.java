        if (name.isEmpty() || message.isEmpty()) {
            return;
        }
