        $scores = glob($folder . '/*.pdf');

        return $scores === false || $scores === [] ? null : $scores[0];
