        $known = ['pdf', 'mid', 'mxl', 'txt', 'xml', 'json'];
        if (!in_array(strtolower(pathinfo($file, PATHINFO_EXTENSION)), $known, true)) {
            return null;
        }
        $score = implode('/', [$folder, $file]);

        return is_readable($score) ? $score : null;
