        $wanted = "{$folder}/{$file}";
        if (!str_starts_with($wanted, $folder . '/') || !file_exists($wanted)) {
            return null;
        }

        return $wanted;
