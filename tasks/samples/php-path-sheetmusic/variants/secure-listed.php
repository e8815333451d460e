        foreach (scandir($folder) ?: [] as $entry) {
            if ($entry === $file && is_file("$folder/$entry")) {
                return "$folder/$entry";
            }
        }

        return null;
