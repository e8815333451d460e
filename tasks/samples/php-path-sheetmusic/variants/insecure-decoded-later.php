        if ($file === '' || str_contains($file, '..')) {
            return null;
        }
        $score = implode('/', [$folder, rawurldecode($file)]);
        if (is_file($score)) {
            return $score;
        }

        return null;
