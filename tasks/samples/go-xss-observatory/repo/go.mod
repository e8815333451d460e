module example.org/observatory

go 1.19
