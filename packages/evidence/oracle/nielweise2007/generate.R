source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "../metafor.R"))

# Rare events: most trials have an empty cell. A trial without any event in either arm is among them.
dat <- dat.nielweise2007
e <- escalc(measure = "OR", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = dat)
yi <- as.numeric(e$yi)
record_tables(dat$ai, dat$n1i, dat$ci, dat$n2i)
record_pooling(yi, e$vi)
record_asymmetry(yi, e$vi)
label <- paste(dat$author, dat$year)
write_case(effects = data_of(label, yi, e$vi), tables = tables_of(label, dat$ai, dat$n1i, dat$ci, dat$n2i))
