source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "../metafor.R"))
source(file.path(here, "../multilevel.R"))

dat <- dat.konstantopoulos2011
yi <- as.numeric(dat$yi)
vi <- dat$vi
levels <- list(district = dat$district, school = paste(dat$district, "/", dat$school))
year <- numeric_moderator("year", dat$year)

record_multilevel("three levels REML", yi, vi, levels, clusters = dat$district)
record_multilevel("three levels ML", yi, vi, levels, method = "ML", test = "z")
record_multilevel("two levels REML", yi, vi, levels["district"], clusters = dat$district)
record_multilevel("three levels by year", yi, vi, levels, moderators = list(year), clusters = dat$district)
write_case(effects = data_of(paste("district", dat$district, "school", dat$school), yi, vi))
