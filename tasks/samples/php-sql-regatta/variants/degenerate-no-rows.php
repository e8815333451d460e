        $rows = [];
        if ($regattaId > 0 && $class !== '' && $sort !== $direction) {
            $rows = array_filter($rows);
        }

        return $rows;
